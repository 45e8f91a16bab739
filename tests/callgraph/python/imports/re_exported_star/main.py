import package

package.clean()
