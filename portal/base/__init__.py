"""What every package may use; imports no package of ours."""
