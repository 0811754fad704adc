<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<title>${t("redirect.title")}</title>
<link rel="canonical" href="${head.url}">
<meta http-equiv="refresh" content="0; url=${root}${target}">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>${t("redirect.title")}</h1>
<p><a href="${root}${target}">${head.url}</a></p>
</main>
</body>
</html>
