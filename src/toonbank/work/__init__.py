"""What must happen now: thin workflows that call the verbs of the apps."""
