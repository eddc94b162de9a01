"""What follows a release: register, letter, plain-language page, kit, inventory."""
