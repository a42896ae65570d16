"""What is filled in at a desk."""
