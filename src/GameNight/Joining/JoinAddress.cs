using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GameNight.Joining;

/// <summary>Finds the address under which phones reach this game.</summary>
/// <param name="options">What the host has said.</param>
/// <param name="server">The server that listens; null where none does, as in a command.</param>
/// <param name="networks">The addresses of this machine.</param>
public sealed class JoinAddress(JoinOptions options, IServer? server, Func<IEnumerable<LanAddress>> networks)
{
    /// <summary>
    /// The address in the settings; or that of the page, if it isn't one that only this machine understands; or that of this machine in
    /// its network.
    /// </summary>
    /// <param name="page">The address under which the screen has opened the game.</param>
    /// <returns>An address without a path; null where the game listens to nobody but this machine.</returns>
    public Uri? Find(Uri page)
    {
        if (options.Address is { } said)
            return said;
        if (!page.IsLoopback)
            return new Uri(page.GetLeftPart(UriPartial.Authority));
        var listening = server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return listening.Select(BindingAddress.Parse).Select(Reach).FirstOrDefault(address => address is not null);
    }

    private Uri? Reach(BindingAddress binding)
    {
        var host = binding.Host.Trim('[', ']');
        if (host is "+" or "*" or "0.0.0.0" or "::")
            return LanAddress.Best(networks()) is { } own ? Build(binding, own.ToString()) : null;
        var address = Build(binding, binding.Host);
        return address.IsLoopback ? null : address;
    }

    private static Uri Build(BindingAddress binding, string host) => new($"{binding.Scheme}://{host}:{binding.Port}");
}
