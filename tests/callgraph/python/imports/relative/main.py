from package.user import use

use()
