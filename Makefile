# The commands of this project. `make serve` and `make test` set up all they need by themselves.
.DEFAULT_GOAL := help
.PHONY: help serve dev test lint format bench pictures requirements

help: ## show this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

serve: ## set up and run the site with example content at http://localhost:8000 (PORT=8000)
	@bin/serve

dev: ## the same with Django's development server and DEBUG on
	@bin/dev

test: ## set up and run every check and test, on SQLite and PostgreSQL and in a browser
	@tests/run

lint: ## only the checks of code and settings
	@tests/run lint

format: ## bring code and templates into the project's style
	@tests/run format

bench: ## measure the site with 2,000 regulations and 100 guides, and an import of 500; fails beyond the limits
	@bin/bench

pictures: ## take the pictures of the lessons and of the README anew
	@bin/pictures

requirements: ## resolve requirements*.in to requirements*.txt with hashes
	@tests/run requirements
