package envelope

func (t *trip) checkReuse() {}
