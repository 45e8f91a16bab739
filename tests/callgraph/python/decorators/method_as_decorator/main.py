class Router:
    def __init__(self):
        self.routes = {}

    def route(self, path):
        def register(function):
            self.routes[path] = function
            return function

        return register

    def serve(self, path):
        return self.routes[path]()


router = Router()


@router.route("/")
def index():
    pass


router.serve("/")
