<#import "portal.ftl" as portal>
<#macro content>
  <#if portal.url()?has_content>
  <footer>
    <ul>
      <li><a href="${portal.url("/accessibility")}">${msg("accessibility")}</a></li>
      <li><a href="${portal.url("/privacy")}">${msg("privacy")}</a></li>
      <li><a href="${portal.askForAccess()}">${msg("askForAccess")}</a></li>
      <li><a href="${portal.url("/subscribe")}">${msg("bulletinsByMail")}</a></li>
    </ul>
  </footer>
  </#if>
</#macro>
