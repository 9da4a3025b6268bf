"""`python -m chancery` is the command `chancery`."""

from chancery.cli import main

if __name__ == "__main__":
    main()
