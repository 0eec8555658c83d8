using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// The versions of <c>personal</c>: the network as everybody begins with it. What makes it personal is the last layer that
/// each player's marks move, which is kept with the marks and in no version.
/// </summary>
public static class PersonalNetwork
{
    public const string Algorithm = Contestants.Personal;

    /// <summary>The version that goes with one of <see cref="AppNetwork"/>.</summary>
    public static ModelPackage Of(ModelPackage network) => network with
    {
        Manifest = network.Manifest with
        {
            Algorithm = Algorithm,
            Name = "Your own",
            Family = "personal",
            Description = "I begin as the App network, and every mark of yours makes me read more like you write. Nobody else gets my answers.",
        },
        Extras = null,
    };
}
