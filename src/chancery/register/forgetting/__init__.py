"""Forgetting: a person is taken out of the record, and what is known of the others stays. See decision 0010.

`planning` tells what is erased and what is put in its place, `erasing` does it, and `withholding` sees to it that the
person does not come in again.
"""
