print("corpus-maker")
