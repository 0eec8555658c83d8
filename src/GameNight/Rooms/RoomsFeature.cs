using GameNight.Configuration;
using GameNight.Identity.Erasure;
using GameNight.Rooms.Calls;
using GameNight.Rooms.Coach;
using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;

namespace GameNight.Rooms;

/// <summary>Registers and maps game nights together.</summary>
public static class RoomsFeature
{
    public static void AddRooms(this IServiceCollection services, RoomOptions options, GameFolders folders)
    {
        services.AddSingleton(options);
        services.AddSingleton<IRoomMode, FoolMode>();
        services.AddSingleton<IRoomMode, CoachMode>();
        services.AddSingleton(provider => new RoomFile(Path.Combine(folders.Data, "rooms"), provider.GetServices<IRoomMode>()));
        services.AddSingleton<RoomClaims>();
        services.AddSingleton<KnownDrawings>();
        services.AddSingleton<IRoomPreparation>(provider => provider.GetRequiredService<KnownDrawings>());
        services.AddSingleton<IRoomPreparation, CoachPreparation>();
        services.AddSingleton<RoomChores>();
        services.AddSingleton<RoomDirectory>();
        services.AddSingleton<RoomDoor>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<RoomDirectory>());
        services.AddHostedService(provider => provider.GetRequiredService<RoomDirectory>());
    }

    public static void MapRooms(this RouteGroupBuilder api) => RoomEndpoints.Map(api);
}
