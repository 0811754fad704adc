<#ftl output_format="plainText">
<#-- The same neighbours as on Mastodon. -->
<#include "mastodon.ftl">
