<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "ask-for-access.ftl" as ask>
<#macro form error>
  <form id="kc-form-login" action="${url.loginAction}" method="post">
    <@field.password name="password" label=msg("passwordPortal") error=error forgotPassword=realm.resetPasswordAllowed autofocus=true autocomplete="current-password"/>
    <@buttons.loginButton/>
  </form>
  <@ask.invitation (auth.attemptedUsername)!""/>
</#macro>
