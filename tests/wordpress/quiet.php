<?php
// Pictures of users and of the welcome would be asked of other machines.
add_filter('pre_option_show_avatars', '__return_zero');
add_filter('get_user_metadata', function ($value, $user, $key) {
	global $wpdb;
	if ($wpdb->get_blog_prefix() . 'persisted_preferences' !== $key) {
		return $value;
	}
	$seen = array('welcomeGuide' => false);
	return array(array('core/edit-post' => $seen, 'core' => $seen, '_modified' => gmdate('c')));
}, 10, 3);
