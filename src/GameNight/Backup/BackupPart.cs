namespace GameNight.Backup;

/// <summary>A file of a data folder in a backup.</summary>
/// <param name="Name">Its path in the data folder, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, in hexadecimal digits.</param>
public sealed record BackupPart(string Name, long Size, string Sha256);
