"""`python -m onrecord.cli`, for where the script is not on the path."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
