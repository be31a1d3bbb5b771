"""Documents and workbooks of the annual campaign: values in, blocks and sheets out."""
