import package.tools

package.tools.clean()
