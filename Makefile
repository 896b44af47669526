# 每条命令都会先把工具装好（第一次约一分钟，以后不到一秒）。换一个 Python：make serve PYTHON=python3.13
PYTHON ?= python3
VENV := .venv/bin/python
SET_UP := $(PYTHON) scripts/set_up.py

# 中文信息在任何语言环境下都能显示；Material 的停止维护公告与本网站无关，不显示。
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help serve test check build search-report lock clean

help: ## 列出所有命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: ## 在 http://127.0.0.1:8000/ 预览，改动后自动刷新（Ctrl+C 结束）
	@$(SET_UP)
	@$(VENV) -m mkdocs serve --no-strict --dev-addr 127.0.0.1:8000

test: ## 运行全部测试，包括浏览器测试
	@$(SET_UP) --browser
	@$(VENV) -m pytest

check: ## 运行不用浏览器的测试（tests/broken_sites 除外），适合边写边查
	@$(SET_UP)
	@$(VENV) -m pytest --ignore=tests/browser --ignore=tests/broken_sites

build: ## 生成网站到 site/；有任何警告就失败，原来的 site/ 不变
	@$(SET_UP)
	@$(VENV) scripts/build_site.py

search-report: ## 打印搜索的成绩：读者会打的词按类别排，没有排在第一的逐条列出
	@$(SET_UP) --browser
	@$(VENV) -m pytest --quiet --capture=no tests/browser/test_search_quality.py

lock: ## 改了 requirements*.in 或 package.json 之后，重新锁定版本
	@$(SET_UP) --locking
	@$(VENV) -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-lock.txt
	@$(VENV) scripts/lock_versions.py

clean: ## 删除一切生成的东西，回到刚克隆时的样子
	rm -rf site .site-* .venv node_modules .pytest_cache
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
