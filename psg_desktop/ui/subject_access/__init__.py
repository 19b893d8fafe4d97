"""What people ask about the information held on them, and the copy that answers them."""
