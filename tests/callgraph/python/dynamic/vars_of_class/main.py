class Commands:
    @staticmethod
    def save():
        pass


vars(Commands)["save"]()
