// What pages can do beyond links and forms: keys, copying, confirming. Everything also works without it.
(function () {
    "use strict";

    var keysOn = document.body.dataset.singleKeys === "true";

    function typing(target) {
        return target.closest("input, select, textarea, [contenteditable]") !== null;
    }

    function rows() {
        return Array.prototype.slice.call(document.querySelectorAll("tr[data-row]"));
    }

    function move(step) {
        var all = rows();
        if (all.length === 0) {
            return;
        }
        var at = all.findIndex(function (row) { return row.classList.contains("here"); });
        var next = Math.max(0, Math.min(all.length - 1, at + step));
        if (at >= 0) {
            all[at].classList.remove("here");
        }
        all[next].classList.add("here");
        var link = all[next].querySelector("a");
        if (link) {
            link.focus();
        }
    }

    document.addEventListener("keydown", function (event) {
        if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
            return;
        }
        if (event.key === "/") {
            var find = document.querySelector("[data-find]");
            if (find) {
                event.preventDefault();
                find.focus();
            }
        } else if (event.key === "j") {
            move(1);
        } else if (event.key === "k") {
            move(-1);
        } else if (event.key === "?") {
            window.location.href = "/help";
        }
    });

    document.addEventListener("click", function (event) {
        var copy = event.target.closest("[data-copy]");
        if (copy && navigator.clipboard) {
            navigator.clipboard.writeText(copy.dataset.copy).then(function () {
                copy.textContent = "Copied";
            });
        }
        var all = event.target.closest("[data-check-all]");
        if (all) {
            document.querySelectorAll("input[name='" + all.dataset.checkAll + "']").forEach(function (box) {
                box.checked = all.checked;
            });
        }
    });
}());
