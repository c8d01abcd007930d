<#import "icons.ftl" as icons>

<#-- One field: label, hint, error, control, in this order. The error stands above the control and is read with it. -->
<#macro group name label error="" required=false hint="">
  <div class="field<#if error?has_content> is-wrong</#if>">
    <label for="${name}">${label}</label>
    <#if hint?has_content><p class="hint" id="hint-${name}">${hint}</p></#if>
    <div id="input-error-container-${name}">
      <#if error?has_content><p class="error-text" id="input-error-${name}"><@icons.icon "error"/><span><span class="visually-hidden">${msg("errorPrefix")} </span>${kcSanitize(error)?no_esc}</span></p></#if>
    </div>
    <#nested>
  </div>
</#macro>

<#macro errorIcon error=""></#macro>

<#macro described name error="" hint=""><#if error?has_content || hint?has_content> aria-describedby="<#if hint?has_content>hint-${name}</#if><#if error?has_content> input-error-${name}</#if>"</#if><#if error?has_content> aria-invalid="true"</#if></#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false type="text" hint="" readonly=false missing="">
  <@group name=name label=label error=error required=required hint=hint>
    <#if missing?has_content><template id="missing-${name}"><p class="error-text" id="input-error-${name}"><@icons.icon "error"/><span><span class="visually-hidden">${msg("errorPrefix")} </span>${missing}</span></p></template></#if>
    <input class="input" id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}"<#if type == "email"> inputmode="email" spellcheck="false" autocapitalize="none"</#if><#if autocomplete == "one-time-code"> inputmode="numeric"</#if><#if autofocus> autofocus</#if><#if required> required</#if><#if readonly> readonly</#if><#if missing?has_content> data-missing="missing-${name}"</#if><@described name error hint/>>
  </@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false hint="">
  <@group name=name label=label error=error required=required hint=hint>
    <div class="input-with-button">
      <input class="input" id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if><@described name error hint/>>
      <button class="button-in-field" type="button" hidden data-shows="${name}" aria-pressed="false" aria-label="${msg("showPassword")}" title="${msg("showPassword")}"><@icons.icon "eye" "shown-when-hidden"/><@icons.icon "eye-off" "shown-when-visible"/></button>
    </div>
    <#nested>
    <#if forgotPassword><p class="below"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
  </@group>
</#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
  <@group name=name label=label>
    <input class="input" id="${name}" name="${name}" value="${value}" type="text"<#if readonly> readonly</#if>>
  </@group>
</#macro>

<#macro checkbox name label value=false required=false>
  <div class="checkbox">
    <input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>>
    <label for="${name}">${label}</label>
  </div>
</#macro>
