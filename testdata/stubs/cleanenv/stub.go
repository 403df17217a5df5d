// Package cleanenv stands in for github.com/ilyakaznacheev/cleanenv.
package cleanenv

func ReadEnv(cfg interface{}) error { return nil }

func ReadConfig(path string, cfg interface{}) error { return nil }
