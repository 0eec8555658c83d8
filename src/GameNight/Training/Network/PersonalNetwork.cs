using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// The versions of <c>personal</c>: the network that every player starts with. What makes it personal is
/// computed from the player's labels, and is not part of a version.
/// </summary>
public static class PersonalNetwork
{
    public const string Algorithm = Contestants.Personal;

    /// <summary>The version that belongs to a version of <see cref="AppNetwork"/>.</summary>
    public static ModelPackage Of(ModelPackage network) => network with
    {
        Manifest = network.Manifest with
        {
            Algorithm = Algorithm,
            Name = "Your own",
            Family = "personal",
            Description = "I begin as the App network, and every mark of yours makes me read more like you write."
                + " Nobody else gets my answers.",
        },
        Extras = null,
    };
}
