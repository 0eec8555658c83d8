using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GameNight.Observations.Store;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>How rooms are written: they hold observations, which are written as everywhere, and what each mode keeps of its own.</summary>
internal static class RoomJson
{
    /// <param name="modes">The modes whose rooms there may be.</param>
    public static JsonSerializerOptions For(IEnumerable<IRoomMode> modes)
    {
        var states = modes.Where(mode => mode.StateType is not null)
            .Select(mode => new JsonDerivedType(mode.StateType!, mode.Id)).ToList();
        return new JsonSerializerOptions(ObservationJson.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddStates } },
        };

        void AddStates(JsonTypeInfo type)
        {
            if (type.Type != typeof(ModeState) || states.Count == 0)
                return;
            type.PolymorphismOptions = new JsonPolymorphismOptions();
            states.ForEach(type.PolymorphismOptions.DerivedTypes.Add);
        }
    }
}
