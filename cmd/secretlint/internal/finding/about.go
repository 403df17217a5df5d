package finding

// Identify sets what a finding is about, for its fingerprint, where no pass
// said so. It must not contain a secret's text.
func (f *Finding) Identify(what string) { f.what = what }
