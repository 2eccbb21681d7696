<?php
/**
 * Puts Bilan into the block editor of posts: one script of this folder, as a module, and one style sheet.
 * It has no options, keeps nothing in the database, and talks to nobody.
 *
 * Plugin Name:       Bilan
 * Description:       Shows beside an article what must be answerable before it is published: who says it, how many exactly, how do we know. The draft never leaves the page.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       bilan
 *
 * @package Bilan
 */

namespace Bilan;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'bilan-editor';

add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );
add_filter( 'gettext_bilan', __NAMESPACE__ . '\in_french', 10, 2 );

/** Loads the editor's part; the editors of widgets and of the site hold no article. */
function enqueue() {
	$screen = get_current_screen();
	if ( ! $screen || 'post' !== $screen->base ) {
		return;
	}
	$version = get_file_data( __FILE__, array( 'Version' => 'Version' ) )['Version'];
	// The folder has the name of the version: what a browser kept of an older one never meets the new.
	$url = plugins_url( $version, __FILE__ );
	wp_enqueue_script( SCRIPT, "$url/editor.js", array( 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-plugins' ), $version, true );
	wp_enqueue_style( SCRIPT, "$url/editor.css", array(), $version );
}

/** A module that waits for scripts of WordPress: no version has a call for that. */
function as_module( $tag, $handle, $src ) {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	return sprintf(
		'<script type="module" src="%s" id="%s-js" data-site="%s"></script>' . "\n",
		esc_url( $src ),
		esc_attr( $handle ),
		esc_url( home_url( '/' ) )
	);
}

/** What the list of plugins says of this one, for those who read French. */
function in_french( $translation, $text ) {
	if ( 0 === strpos( determine_locale(), 'fr' ) && 0 === strpos( $text, 'Shows beside an article' ) ) {
		return 'Montre à côté d’un article ce à quoi il faut pouvoir répondre avant de publier : qui le dit, combien au juste, comment le sait-on. Le brouillon ne quitte jamais la page.';
	}
	return $translation;
}
