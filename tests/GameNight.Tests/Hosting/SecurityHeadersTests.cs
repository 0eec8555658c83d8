using System.Net;
using GameNight.Configuration;
using GameNight.Hosting;

namespace GameNight.Tests.Hosting;

/// <summary>What every answer tells browsers, and what only answers over TLS do.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With(
        "--GameNight:TrustedProxies=127.0.0.1, ::1/128", "--AllowedHosts=127.0.0.1;game.example");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/api/algorithms")]
    [InlineData("/api/nothing")]
    [InlineData("/nothing")]
    [InlineData("/favicon.svg")]
    [InlineData("/health/live")]
    [InlineData("/host?key=guess")]
    public async Task Answer_Whichever_HasTheHeaders(string path)
    {
        var answer = await _server.NewPlayer().GetAsync(path);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
        Assert.Null(Header(answer, "Strict-Transport-Security"));
    }

    /// <summary>WebAssembly is compiled from files of the game; text is never run.</summary>
    [Fact]
    public async Task Policy_OfScripts_AllowsFilesOfTheGameAlone()
    {
        var policy = Header(await _server.NewPlayer().GetAsync("/"), "Content-Security-Policy")!;
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        var withoutPictures = policy.Replace("img-src 'self' data: blob:", "", StringComparison.Ordinal);
        Assert.DoesNotContain("blob:", withoutPictures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_BehindATrustedProxyWithTls_BindsCookiesAndTheBrowserToIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "game.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Accept", "text/html");
        var answer = await _server.NewPlayer().SendAsync(request);
        Assert.StartsWith("max-age=", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        const string preview = "content=\"https://game.example/icons/link-preview.png\"";
        Assert.Contains(preview, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_BehindAnybodyElse_KnowsNothingOfTls()
    {
        var open = GameServer.With();
        await open.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Accept", "text/html");
        var answer = await open.NewPlayer().SendAsync(request);
        Assert.Null(Header(answer, "Strict-Transport-Security"));
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await open.DisposeAsync();
    }

    [Fact]
    public async Task Host_ThatIsNotAllowed_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.NewPlayer().SendAsync(request)).StatusCode);
    }

    [Fact]
    public void Settings_ProxyThatIsNoAddress_IsNamed()
    {
        var refused = Assert.Throws<InvalidSettingsException>(() => Server.Build(["--GameNight:TrustedProxies=10.0.0.5, my-proxy"]));
        Assert.Contains("GameNight:TrustedProxies is \"10.0.0.5, my-proxy\"; expected", refused.Message, StringComparison.Ordinal);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? Assert.Single(values)
            : null;
}
