from package.deep.user import use

use()
