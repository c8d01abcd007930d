<#-- Where the portal is: an attribute of its realm, so that pages reached from a mail know it too. -->
<#function url path="">
  <#local base = (realm.getAttribute("portalUrl"))!"">
  <#return base?has_content?then(base + path, "")>
</#function>

<#function askForAccess email="">
  <#local page = url("/ask-for-access")>
  <#return (page?has_content && email?has_content)?then(page + "?email=" + email?url("UTF-8"), page)>
</#function>
