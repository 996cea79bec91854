package cli

import "tradewind.app/app/version"

// sayVersion says which Tradewind this is.
func (c *program) sayVersion() error {
	v := version.Current()
	if c.json {
		return c.write(v)
	}
	c.print(c.text.Version(v))
	return nil
}
