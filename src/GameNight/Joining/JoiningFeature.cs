using Microsoft.AspNetCore.Hosting.Server;

namespace GameNight.Joining;

/// <summary>Registers how phones find the game.</summary>
public static class JoiningFeature
{
    public static void AddJoining(this IServiceCollection services, JoinOptions options) =>
        services.AddSingleton(provider => new JoinAddress(options, provider.GetService<IServer>(), LanAddress.OfThisMachine));
}
