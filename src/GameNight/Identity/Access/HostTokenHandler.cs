using System.Text.Encodings.Web;
using GameNight.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace GameNight.Identity.Access;

/// <summary>Authenticates a program that sends the host's token to the API, as <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class HostTokenHandler(
    HostLink host, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>The bearer token of a call of the API; null where there is none, and for pages.</summary>
    public static string? FindToken(HttpRequest request) =>
        ApiPath.IsCall(request.Path) && request.Headers.Authorization is [{ } header]
            && header.StartsWith($"{SchemeName} ", StringComparison.OrdinalIgnoreCase)
            ? header[SchemeName.Length..].Trim()
            : null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(FindToken(Request) switch
    {
        null => AuthenticateResult.NoResult(),
        var token when host.IsToken(token) =>
            AuthenticateResult.Success(new AuthenticationTicket(Players.Player(Players.Host, Players.HostRole, SchemeName), SchemeName)),
        _ => AuthenticateResult.Fail("The bearer token isn't the host's."),
    });

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = SchemeName;
        return TypedResults.Problem("This isn't the host's token.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HostPolicy.RefuseAsync(Context);
}
