using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.AspNetCore;

namespace FrontDesk.SignIn;

/// <summary>
/// Signs people in without a password, as one of the examples, so that one can look around: only in Development, and only from this machine.
/// A real host has its own sign-in here, and keeps the rest.
/// </summary>
internal static class ExampleSignIn
{
    public const string Path = "/sign-in";
    public const string OutPath = "/sign-out";

    public static void AddExampleSignIn(this IServiceCollection services) => services
        .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
        .AddCookie(options =>
        {
            options.LoginPath = Path;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Name = "frontdesk";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);

            // A page asks and wants an answer; only a person wants the sign-in form.
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });

    public static void MapExampleSignIn(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").AllowAnonymous().AddEndpointFilter(async (context, next) => DevelopmentSignIn.IsAllowed(context.HttpContext)
            ? await next(context)
            : Results.Problem("The example people can sign in only in Development and from this machine: set ASPNETCORE_ENVIRONMENT=Development.", statusCode: StatusCodes.Status403Forbidden));
        group.MapGet(Path, Choose);
        group.MapPost(Path, InAsync);
        app.MapPost(OutPath, async (HttpContext http) =>
        {
            await http.SignOutAsync();
            return Results.LocalRedirect(Path);
        }).AllowAnonymous();
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static IResult Choose(IVirtualOffice office, IAntiforgery antiforgery, HttpContext http, string? returnUrl = null)
    {
        var token = antiforgery.GetAndStoreTokens(http);
        var buttons = new StringBuilder();
        foreach (var person in ExamplePeople.Of(office))
        {
            buttons.Append(CultureInfo.InvariantCulture, $"""
                <li><button name="person" value="{Encode(person.Id)}"><strong>{Encode(person.Name)}</strong> <span>{Encode(person.Who)}</span></button></li>
                """);
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>FrontDesk: sign in</title><link rel="stylesheet" href="/page.css"></head>
            <body class="sign-in"><main><section><h1>Who are you today?</h1><p>Example people of this office. Whoever you choose as an operator stops being simulated and is you.</p>
            <form method="post"><input type="hidden" name="{token.FormFieldName}" value="{Encode(token.RequestToken!)}"><input type="hidden" name="returnUrl" value="{Encode(returnUrl ?? "/desk/")}"><ul>{buttons}</ul></form>
            </section></main></body></html>
            """,
            "text/html; charset=utf-8");
    }

    private static async Task<IResult> InAsync(IVirtualOffice office, IAntiforgery antiforgery, HttpContext http)
    {
        await antiforgery.ValidateRequestAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ExamplePeople.Of(office).FirstOrDefault(p => p.Id == form["person"].ToString()) is not { } person)
        {
            return Results.LocalRedirect(Path);
        }

        var claims = person.Claims.Select(c => new Claim(c.Type, c.Value)).Prepend(new Claim(ClaimTypes.Name, person.Name));
        await http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
        var wanted = form["returnUrl"].ToString();
        return Results.LocalRedirect(wanted.StartsWith('/') && !wanted.StartsWith("//", StringComparison.Ordinal) && !wanted.StartsWith("/\\", StringComparison.Ordinal) ? wanted : "/desk/");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
