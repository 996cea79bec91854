package text

// Failure is an error that has a message of its own in the catalogue, for the
// errors of a use case or a command that are nobody's sentinel. Err, when there
// is one, is the cause.
type Failure struct {
	Code string
	Args []any // pairs of name and value, as Say takes them
	Err  error
}

// Fail returns a failure without a cause.
func Fail(code string, args ...any) error { return &Failure{Code: code, Args: args} }

// Because returns a failure that wraps its cause.
func Because(cause error, code string, args ...any) error {
	return &Failure{Code: code, Args: args, Err: cause}
}

// Error says the failure in English, the language of logs.
func (f *Failure) Error() string { return For(English).Say(f.Code, f.Args...) }

// Message makes it a Speaker.
func (f *Failure) Message() (code string, args []any) { return f.Code, f.Args }

func (f *Failure) Unwrap() error { return f.Err }
