<?php
// What PHP's own server does with a request: a file that lies there, else WordPress.
$path = $_SERVER['DOCUMENT_ROOT'] . rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (is_file($path)) {
	return false;
}
$index = rtrim($path, '/') . '/index.php';
if (is_file($index)) {
	if (!str_ends_with($path, '/')) {
		header('Location: ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) . '/');
		exit();
	}
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($index, strlen($_SERVER['DOCUMENT_ROOT']));
	chdir(dirname($index));
	require $index;
	return;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
