"""The vocabulary of Runwright: frozen values that every room shares."""
