using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Limits;

/// <summary>A page's connection from an address.</summary>
internal sealed class PageCaller : HubCallerContext, IHttpContextFeature
{
    private PageCaller(string address)
    {
        HttpContext = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Features.Set<IHttpContextFeature>(this);
    }

    public HttpContext? HttpContext { get; set; }

    public override string ConnectionId => "1";

    public override string? UserIdentifier => null;

    public override ClaimsPrincipal? User => null;

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override CancellationToken ConnectionAborted => default;

    public static HubInvocationContext Message(string address) => new(
        new PageCaller(address), new ServiceCollection().BuildServiceProvider(), new NoHub(), typeof(NoHub).GetMethod("ToString")!, []);

    public override void Abort()
    {
    }

    private sealed class NoHub : Hub;
}
