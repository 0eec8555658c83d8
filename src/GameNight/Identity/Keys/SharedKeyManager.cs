using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace GameNight.Identity.Keys;

/// <summary>
/// Has ASP.NET read the keys again as soon as another game's are there. By itself it would a day later, and take the cookies that they
/// have signed for strangers' until then.
/// </summary>
internal sealed class SharedKeyManager(XmlKeyManager manager, SharedKeys keys) : IKeyManager
{
    public CancellationToken GetCacheExpirationToken() => keys.Changed;

    public IReadOnlyCollection<IKey> GetAllKeys() => manager.GetAllKeys();

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) =>
        manager.CreateNewKey(activationDate, expirationDate);

    public void RevokeKey(Guid keyId, string? reason = null) => manager.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => manager.RevokeAllKeys(revocationDate, reason);
}
