"""What commands show: each file turns values into lines of text, and touches nothing else."""
