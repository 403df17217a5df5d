package unit

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/config"
)

// printVersion answers -V=full. The go command keeps what a vet tool printed
// under a key that has this line in it, and knows of nothing else that the tool
// reads. The configuration is therefore part of the hash: without it, an edit
// of the configuration would change no finding until the code changes.
//
// A configuration in error ends the run here, once, and not in every unit.
func printVersion(w io.Writer, mode string, suite Suite) error {
	if mode != "full" {
		return fmt.Errorf("unknown -V=%s: want -V=full", mode)
	}
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	sum := sha256.New()
	if err := hashFile(sum, exe); err != nil {
		return err
	}
	files, err := config.FindAll(".")
	if err != nil {
		return err
	}
	for _, file := range files {
		if filepath.Base(file) == config.Name {
			if _, err := config.Load(file, suite.Analyzers); err != nil {
				return err
			}
		}
		if err := hashFile(sum, file); err != nil {
			return err
		}
	}
	if err := suite.isConfigured("."); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s version devel secretlint buildID=%02x\n", exe, sum.Sum(nil))
	return err
}

// isConfigured returns what is wrong with the configuration of a directory, and with
// the files that it names.
func (s Suite) isConfigured(dir string) error {
	conf, err := config.In(dir, "", s.Analyzers)
	if err != nil {
		return err
	}
	if _, err := conf.Apply(s.Analyzers); err != nil || s.Configured == nil {
		return err
	}
	return s.Configured()
}

// hashFile adds a file's size and content, so that no two lists of files have
// the same sum.
func hashFile(sum hash.Hash, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("hash: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("hash: %w", err)
	}
	sum.Write(binary.LittleEndian.AppendUint64(nil, uint64(info.Size())))
	if _, err := io.Copy(sum, f); err != nil {
		return fmt.Errorf("hash: %w", err)
	}
	return nil
}
