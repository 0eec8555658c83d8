namespace GameNight.Observations.Store;

/// <summary>How the message of a <see cref="Storage.StoreException"/> begins that is about observations.</summary>
internal static class ObservationFailure
{
    public const string NotSaved = "The drawings could not be saved";
    public const string NotRead = "The drawings could not be read";
    public const string NotMarked = "The drawings could not be marked";
    public const string NotVoted = "The vote could not be saved";
    public const string NotSetAside = "The drawings could not be set aside";
    public const string NotDeleted = "The drawings could not be deleted";
    public const string NotCounted = "The drawings could not be counted";
}
