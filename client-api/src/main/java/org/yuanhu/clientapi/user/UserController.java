package org.yuanhu.clientapi.user;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/** An administrator adds users, with certificates of the organisations whose keys are on this machine, and takes them away. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users", description = "For administrators")
class UserController {
    private final Users users;
    private final Accounts accounts;

    UserController(Users users, Accounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "Everyone who may or might sign in")
    UserList all() {
        return new UserList(users.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a user and issue the certificate of the role")
    User add(@RequestBody NewUser user) {
        Map<String, String> attributes = new TreeMap<>();
        user.region().ifPresent(region -> attributes.put("yuanhu.region", region.value()));
        user.cooperative().ifPresent(code -> attributes.put("yuanhu.cooperative", code.value()));
        return accounts.add(user.name(), user.person().orElse(user.name()), user.password(), user.role(), attributes);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a user sign in no more, and revoke the certificate")
    void disable(@PathVariable String name) {
        accounts.close(name);
    }

    /**
     * @param person the user's name in another certificate of this organisation, if they hold one: one person is never counted as two
     * @param password at least 12 characters
     * @param role such as {@code clerk}
     * @param region for an officer
     * @param cooperative for a cooperative's manager or clerk
     */
    record NewUser(
            String name,
            Optional<String> person,
            String password,
            String role,
            Optional<RegionCode> region,
            Optional<CreditCode> cooperative) {
        @Override
        public String toString() {
            return name;
        }
    }

    record UserList(List<User> users) {}
}
