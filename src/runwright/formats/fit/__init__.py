"""FIT files: the frames and fields we need are cut out, and `fitdecode` tells what they mean."""
