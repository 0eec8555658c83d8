using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace GameNight.Tests.Documents;

/// <summary>The documents list every call of the API, and name no call or page that does not exist.</summary>
public sealed partial class ApiTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public void Calls_OfTheApi_AreAllInTheTable()
    {
        var documented = Document.Read("docs/api.md").CodeSpans.Select(code => code.Text).ToHashSet();
        var calls = Calls().Where(call => call.Contains(" /api/", StringComparison.Ordinal)).ToHashSet();
        Assert.Contains("PUT /api/observations/{id}/label", calls);
        Assert.Empty(calls.Except(documented));
    }

    [Fact]
    public void Addresses_InTheDocumentsOfTheGame_Exist()
    {
        var routes = Routes().Select(route => new Regex($"^{Parameter().Replace(Regex.Escape(route), "[^/]+")}$")).ToList();
        var faults = from document in Document.All
                     where document.Folder is "" or "docs"
                     from code in document.CodeSpans
                     let address = Address().Match(code.Text)
                     where address.Success && !routes.Exists(route => route.IsMatch(address.Groups[1].Value))
                     select $"{code.Place}: the game has no {address.Groups[1].Value}.";
        Assert.Empty(faults);
    }

    /// <summary>Method and address of each endpoint that names its methods: <c>GET /api/algorithms/{id}</c>.</summary>
    private IEnumerable<string> Calls() =>
        from endpoint in server.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} {AddressOf(endpoint)}";

    /// <summary>The addresses that the game has, with its parameters by name alone: <c>/api/algorithms/{id}</c>.</summary>
    private IEnumerable<string> Routes() => server.Endpoints.OfType<RouteEndpoint>().Select(AddressOf);

    private static string AddressOf(RouteEndpoint endpoint) =>
        "/" + Constraint().Replace(endpoint.RoutePattern.RawText ?? "", "").Trim('/');

    [GeneratedRegex(@"^(?:(?:GET|PUT|POST|DELETE) )?(/[a-z][\w./{}-]*)(\?.*)?$")]
    private static partial Regex Address();

    /// <summary>As <see cref="Regex.Escape"/> leaves it.</summary>
    [GeneratedRegex(@"\\\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@":\w+(?=\})")]
    private static partial Regex Constraint();
}
