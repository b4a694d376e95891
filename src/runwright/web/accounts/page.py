"""What allauth's pages need to look like ours."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import get_language

from runwright.domain.words import _
from runwright.web.frame import style_url


def page(request: HttpRequest) -> dict[str, str]:
    """Return the style sheet, the sign, the language and the way back."""
    del request
    return {
        "style_url": style_url(),
        "mark_url": static("web/mark.svg"),
        "page_language": get_language() or "en",
        "back_words": _("Back to your settings"),
    }
