class Tools:
    @staticmethod
    def clean():
        pass


Tools.clean()
Tools().clean()
