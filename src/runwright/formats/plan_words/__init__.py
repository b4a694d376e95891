"""How a plan reads wherever it is shown: dates, amounts, doses and kinds in words."""
