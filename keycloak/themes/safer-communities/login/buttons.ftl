<#macro actionGroup horizontal=false>
  <div class="actions"><#nested></div>
</#macro>

<#macro button label id="" name="" type="primary" fullWidth=true class=[] extra...>
  <button class="button button-${type}" <#if name?has_content>name="${name}"</#if> <#if id?has_content>id="${id}"</#if> type="submit"<#list extra as attrName, attrVal> ${attrName}="${attrVal}"</#list>>${msg(label)}</button>
</#macro>

<#macro buttonLink href label id="" class=[]>
  <a <#if id?has_content>id="${id}"</#if> href="${href}">${msg(label)}</a>
</#macro>

<#-- Looks like a button and leads somewhere. -->
<#macro way href label id="" kind="primary">
  <p class="actions"><a class="button button-${kind}" <#if id?has_content>id="${id}"</#if> href="${href}">${msg(label)}</a></p>
</#macro>

<#macro loginButton>
  <@actionGroup><@button id="kc-login" name="login" label="doLogIn"/></@actionGroup>
</#macro>
